const oldest = [20, 19];

/** @throws when this Node is older than the tools can run on. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Error(`Kontor needs Node ${oldest.join('.')} or newer, and this is Node ${version}.`);
}
