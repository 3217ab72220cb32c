export { createClientAddresses, type ClientAddresses } from './client-address.js';
export { readEnvironment, EnvironmentError, type Environment } from './environment.js';
export { FolderInUseError } from './folder-lock.js';
export { openGateway, type OpenGateway, type OpenOptions } from './open-gateway.js';
export { createPasswords, type PasswordCost } from './passwords.js';
export { listen, type Listening, type ListenOptions } from './serve.js';
export { start, type Started, type StartOptions } from './start.js';
