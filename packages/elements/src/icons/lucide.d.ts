/** Icons one by one: the package's index alone would be two thousand requests in a page that is not bundled. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  import type { IconNode } from 'lucide';

  const shapes: IconNode;
  // eslint-disable-next-line no-restricted-syntax -- that is how the package exports them
  export default shapes;
}
