import type { MemberCaller } from '../../caller.js';
import type { StoredEvent } from './queries.js';

/** Whether a member may hear of an event: what one may not see, one does not hear of either. */
export function isVisible(
  { can, context }: Pick<MemberCaller, 'can' | 'context'>,
  { about, memberId }: Pick<StoredEvent, 'about' | 'memberId'>,
): boolean {
  if (about === null) return true;
  if (about === 'prices') return can.seePrices !== 'none';
  if (about === 'stock') return can.seeStock;
  if (about === 'document' && !can.seeDocuments) return false;
  return can.seeOrders === 'all' || (can.seeOrders === 'own' && memberId === context.memberId);
}
