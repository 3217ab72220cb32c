import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import { openSession } from './open-session.js';
import { acceptInvitation } from './accept-invitation.js';
import { readCredentials } from './credentials.js';
import { describeSession, describeSessionById } from './describe-session.js';
import { exchangeToken } from './exchange.js';
import { handOver } from './hand-over.js';
import { endOwnSession, rotateToken, selectCompany, setLocation } from './own-session.js';
import { changePassword, requestPasswordReset, resetPassword } from './passwords.js';
import { provePassword } from './prove-password.js';
import { cookieFor, requireCookieOrigin } from './session-cookie.js';
import type { Access } from './types.js';

const { session } = operations;

/** Signing in and out, and the session itself. */
export function sessionRoutes({ deps }: Access): Route[] {
  const { settings, database } = deps;
  return [
    route(session.get, async ({ scope }) => describeSession(deps, scope)),

    route(session.signIn, async (call) => {
      const { scope, request } = call;
      const { email, password, transport } = call.body;
      if (transport === 'cookie') requireCookieOrigin(settings, request);
      const personId = await provePassword(deps, scope, { email, password, request });
      const opened = await database.system
        .transaction()
        .execute((db) => openSession(settings, db, { personId, kind: 'password', now: scope.now }));
      return handOver(deps, call, opened, transport);
    }),

    route(session.signOut, async ({ scope, request, setHeader }) => {
      await endOwnSession(scope);
      if (request.headers.has('cookie')) setHeader('set-cookie', cookieFor(settings, request, null));
    }),

    route(session.exchange, async (call) => {
      const { token, transport } = call.body;
      if (transport === 'cookie') requireCookieOrigin(settings, call.request);
      const opened = await exchangeToken(deps, call.scope, { token, request: call.request });
      return handOver(deps, call, opened, transport);
    }),

    route(session.rotate, async (call) => {
      const transport = readCredentials(call.request, settings)?.transport;
      return handOver(deps, call, await rotateToken(call.scope), transport);
    }),

    route(session.selectCompany, async ({ scope, body }) => {
      await selectCompany(deps, scope, body.companyId);
      return describeSessionById(deps, scope, scope.caller.sessionId);
    }),

    route(session.setLocation, async ({ scope, body }) => setLocation(deps, scope, body.location)),

    route(session.changePassword, async ({ scope, body, request }) =>
      changePassword(deps, scope, { ...body, request }),
    ),

    route(session.requestPasswordReset, async ({ scope, body, request, afterwards }) => {
      afterwards(deps.sendLetters);
      await requestPasswordReset(deps, scope, { ...body, request });
    }),

    route(session.resetPassword, async ({ scope, body, request }) =>
      resetPassword(deps, scope, { ...body, request }),
    ),

    route(session.acceptInvitation, async (call) => {
      const { transport, ...acceptance } = call.body;
      if (transport === 'cookie') requireCookieOrigin(settings, call.request);
      const opened = await acceptInvitation(deps, call.scope, { ...acceptance, request: call.request });
      return handOver(deps, call, opened, transport);
    }),
  ];
}
