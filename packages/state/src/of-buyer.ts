import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** A list that only buyers have: visitors are not asked to sign in by a failed call. */
export function ofBuyer<Item>(
  session: SessionPart,
  load: (signal: AbortSignal) => Promise<readonly Item[]>,
): Remote<readonly Item[]> {
  return createRemote(
    async (signal) => {
      const buyer = await when(session.$buyer, (known) => known !== undefined, signal);
      return buyer === 'visitor' ? [] : load(signal);
    },
    { reloadOn: [session.$reader], owner: session.owner },
  );
}
