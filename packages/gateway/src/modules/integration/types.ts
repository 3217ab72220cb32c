export type { ODataSettings } from './odata/settings.js';
