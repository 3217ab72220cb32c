// @ts-check
export { Base } from './src/base.mjs';
export { advance, cancelOrder, changeLines, takePhoneOrder, work } from './src/clerk.mjs';
export { OneC } from './src/one-c.mjs';
export { demoDictionaries, fillBase, isOfDemo, ownDictionaries } from './src/sample-goods.mjs';
export { verify } from './src/verify.mjs';
