/** Version of this gateway, that of its package. */
export const version = '0.0.0';
