/** The code of the gateway's refusal; undefined for whatever else a call failed with. */
export const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code;
