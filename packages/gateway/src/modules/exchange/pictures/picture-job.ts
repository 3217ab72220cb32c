import type { Job } from '../../../jobs.js';
import type { GatewayDeps } from '../../../ports.js';
import { releasePictures, resizeNext } from './resize-pictures.js';
import { showPictures } from './show-pictures.js';
import { takeUploads } from './take-uploads.js';

/** What one run does at most, so that products show their first pictures before all are done. */
const atOnce = { uploads: 50, resized: 10, products: 200 } as const;

/** Makes pictures of products of what 1C sent, beside its imports; what a gateway that died had begun is begun again. */
export function createPictureJob({
  database: { engine, system: db },
  clock,
  log,
  blobs,
  inbox,
  pictureResizer: resizer,
}: Pick<GatewayDeps, 'database' | 'clock' | 'log' | 'blobs' | 'pictureResizer'> & {
  inbox: NonNullable<GatewayDeps['inbox']>;
}): Job {
  // An embedded database has one gateway: what was held when it begins was held by one that died.
  let isFirst = engine === 'embedded';
  return {
    name: 'pictures',
    every: 2000,
    async run() {
      if (isFirst) await releasePictures(db);
      isFirst = false;
      const taken = await takeUploads({ db, blobs, inbox, log, now: clock.now() }, atOnce.uploads);
      let resized = 0;
      while (
        resized < atOnce.resized &&
        (await resizeNext({ db, blobs, resizer, log, now: () => clock.now() }))
      )
        resized += 1;
      const { waited } = await showPictures(db, { now: clock.now(), limit: atOnce.products });
      return taken === atOnce.uploads || resized === atOnce.resized || waited === atOnce.products;
    },
  };
}
