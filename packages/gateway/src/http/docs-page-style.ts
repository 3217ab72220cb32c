/** How the reference page differs from the renderer's own look. */
export const docsStyle = `:root { color-scheme: light; }
body { margin: 0; background: #fff; font-family: system-ui, sans-serif; }
`;
