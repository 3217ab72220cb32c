/** The token of one client, in memory only. */
export interface TokenStore {
  get: () => string | undefined;
  set: (token: string | undefined) => void;
}

export function createTokenStore(): TokenStore {
  let current: string | undefined;
  return {
    get: () => current,
    set: (token) => {
      current = token;
    },
  };
}
