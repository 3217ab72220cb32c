// @ts-check
// Tells of the company's orders as they are placed and move on, until Ctrl-C: node follow-orders.mjs
import { signIn } from './sign-in.mjs';

const kontor = await signIn();
const leaving = new AbortController();
process.once('SIGINT', () => {
  leaving.abort();
});

console.log('Following orders. Ctrl-C ends it.');
for await (const event of kontor.orders.watch({ signal: leaving.signal })) {
  // An event is a hint to read anew, so that it never says more than its reader may see.
  const { number, status, totals } = await kontor.orders.get(event.orderId);
  const total = totals ? `, ${totals.total} ${totals.currency}` : '';
  console.log(`${event.at} ${event.type}: order ${number} is ${status}${total}`);
}
await kontor.session.signOut();
