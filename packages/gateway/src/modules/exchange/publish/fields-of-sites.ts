/**
 * Properties that are fields of the site: Bitrix writes them into the catalogues that it exports, and 1C gives back what it got.
 * They tell buyers nothing.
 */
export const fieldsOfSites: ReadonlySet<string> = new Set([
  'CML2_ACTIVE',
  'CML2_ACTIVE_FROM',
  'CML2_ACTIVE_TO',
  'CML2_CODE',
  'CML2_DETAIL_PICTURE',
  'CML2_DETAIL_TEXT',
  'CML2_PICTURES',
  'CML2_PREVIEW_PICTURE',
  'CML2_PREVIEW_TEXT',
  'CML2_SORT',
  'CML2_TAGS',
]);
