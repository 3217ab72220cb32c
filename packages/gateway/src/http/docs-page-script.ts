/** What the reference page does: it shows the document of the gateway that it came from. */
export const docsScript = `SwaggerUIBundle({
  url: 'v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  defaultModelRendering: 'example',
  displayOperationId: true,
  filter: true,
  persistAuthorization: false,
  syntaxHighlight: { theme: 'idea' },
  tryItOutEnabled: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
`;
