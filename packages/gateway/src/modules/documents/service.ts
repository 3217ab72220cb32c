import type { Document } from '@kontor/contract';

import { calendarDay } from '../../calendar-day.js';
import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope } from '../../scope.js';
import { findDocument, findDocumentsOf, insertInvoice, type StoredDocument } from './queries.js';
import type { DocumentService } from './types.js';

/** The document cabinet as routes use it. */
export interface Documents extends DocumentService {
  get(scope: MemberScope, id: string): Promise<Document>;
  /** The file. @throws ProblemError `document_not_ready` while it is being rendered, `not_found` of one without, `prices_hidden` */
  content(scope: MemberScope, id: string): Promise<Response>;
}

export function createDocuments({ blobs, settings }: Pick<GatewayDeps, 'blobs' | 'settings'>): Documents {
  return {
    async requestInvoice(scope, { id, companyId, number }) {
      await insertInvoice(scope, {
        orderId: id,
        companyId,
        number,
        date: calendarDay(scope.now, settings.timeZone),
      });
    },

    async ofOrder(scope, orderId) {
      return (await findDocumentsOf(scope, orderId)).map(documentAnswer);
    },

    async get(scope, id) {
      return documentAnswer(found(await findDocument(scope, id)));
    },

    async content(scope, id) {
      const document = found(await findDocument(scope, id));
      // An invoice says every price.
      if (scope.caller.can.seePrices !== 'own') throw new ProblemError('prices_hidden');
      if (document.status === 'noFile') throw new ProblemError('not_found');
      const content = document.blobKey === null ? undefined : await blobs.get(document.blobKey);
      if (!content)
        throw new ProblemError('document_not_ready', { params: { status: document.status, retryAfter: 1 } });
      return new Response(content as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': document.mediaType,
          'content-disposition': `inline; filename="${document.kind}-${document.number.replaceAll(/[^\w-]/g, '_')}.pdf"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  };
}

function documentAnswer({ id, kind, number, date, status, mediaType }: StoredDocument): Document {
  return { id, kind, number, date, status, mediaType };
}

/** @throws ProblemError `not_found`, the same for foreign and unknown documents */
function found(document: StoredDocument | undefined): StoredDocument {
  if (!document) throw new ProblemError('not_found');
  return document;
}
