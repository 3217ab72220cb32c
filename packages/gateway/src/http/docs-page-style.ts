/** How the reference page differs from the renderer's own look: calmer, denser, and whole on a phone. */
export const docsStyle = `:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1f2933; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
.swagger-ui .opblock-description-wrapper p, .swagger-ui table thead tr th, .swagger-ui .response-col_status,
.swagger-ui .parameter__name, .swagger-ui .btn, .swagger-ui select { font-family: system-ui, sans-serif; }
.swagger-ui .wrapper { max-width: 72rem; padding: 0 1.25rem; }
.swagger-ui .info { margin: 2rem 0 1rem; }
.swagger-ui .info .title { font-size: 1.75rem; }
.swagger-ui .info hgroup.main { margin-bottom: 0.75rem; }
.swagger-ui .info__license, .swagger-ui .info__license__url { display: none; }
.swagger-ui .info p, .swagger-ui .info li { line-height: 1.5; }
.swagger-ui .markdown code, .swagger-ui .renderedMarkdown code { background: #f0f2f5; color: #1f2933; font-weight: 500; }
.swagger-ui .scheme-container { padding: 0.75rem 0; box-shadow: none; border-block: 1px solid #e4e7eb; background: #f8f9fb; }
.swagger-ui .scheme-container .schemes > .schemes-server-container { max-width: 100%; }
.swagger-ui .btn.authorize { border-color: #1d5fbf; color: #1d5fbf; }
.swagger-ui .btn.authorize svg, .swagger-ui .btn.authorize svg path { fill: #1d5fbf; }
.swagger-ui .filter > *, .swagger-ui .filter .operation-filter-input { width: 100%; max-width: none; padding-inline: 0; box-sizing: border-box; }
.swagger-ui .response-col_links { display: none; }
.swagger-ui .responses-inner { padding: 0.75rem 1.25rem; }
.swagger-ui .opblock-body pre.microlight, .swagger-ui .highlight-code pre { max-height: 20rem; }
.swagger-ui .filter .operation-filter-input { margin: 1rem 0 0.5rem; border: 1px solid #cbd2d9; border-radius: 6px; padding: 0.6rem 0.75rem !important; }
.swagger-ui .opblock-tag { font-size: 1.15rem; padding: 0.5rem 0.25rem; }
.swagger-ui .opblock-tag small { color: #52606d; line-height: 1.4; }
.swagger-ui .opblock { border-radius: 6px; box-shadow: none; margin-bottom: 0.5rem; }
.swagger-ui .opblock .opblock-section-header { box-shadow: none; }
.swagger-ui .opblock .opblock-summary-operation-id { color: #52606d; }
.swagger-ui .response-control-media-type__accept-message { color: #3f7d20; }
.swagger-ui .parameter__name.required::after { color: #b42318; }
.swagger-ui .parameter__name.required span, .swagger-ui .parameter__in, .swagger-ui .prop-format { color: #52606d; }
.swagger-ui section.models { border-radius: 6px; }
@media (max-width: 640px) {
  .swagger-ui .opblock-tag { flex-wrap: wrap; }
  .swagger-ui .opblock-tag > :first-child { flex: 1; }
  .swagger-ui .opblock-tag small { flex: 1 0 100%; order: 3; padding: 0.15rem 0 0; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: calc(100% - 6.5rem); }
  .swagger-ui .opblock .opblock-summary-operation-id { display: none; }
  .swagger-ui .scheme-container .schemes { align-items: stretch; flex-direction: column; gap: 0.75rem; }
  .swagger-ui .scheme-container .schemes > .schemes-server-container { width: 100%; }
  .swagger-ui .scheme-container select { width: 100%; }
  .swagger-ui .auth-wrapper { justify-content: flex-start; }
  .swagger-ui .auth-wrapper .authorize { margin-inline: 0; }
  .swagger-ui table.parameters, .swagger-ui table.parameters tbody, .swagger-ui table.parameters tr,
  .swagger-ui table.parameters td, .swagger-ui table.responses-table tbody, .swagger-ui table.responses-table tr,
  .swagger-ui table.responses-table td { display: block; width: auto; max-width: none; }
  .swagger-ui table.parameters thead, .swagger-ui table.responses-table thead { display: none; }
  .swagger-ui table.parameters td.parameters-col_name, .swagger-ui table.parameters td.parameters-col_description,
  .swagger-ui table.responses-table td { padding: 0.4rem 0; min-width: 0; }
  .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select { max-width: 100%; }
  .swagger-ui .dialog-ux .modal-ux { width: calc(100vw - 2rem); min-width: 0; }
}
`;
