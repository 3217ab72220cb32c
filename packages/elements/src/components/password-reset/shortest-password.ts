/** Characters that a password has at least, as the contract says. */
export const shortestPassword = 10;
