/** All the script of this site: where its pages are, and what its own parts do when a buyer signs in. */
const params = new URLSearchParams(location.search);
const all = (selector) => document.querySelectorAll(selector);

for (const element of all('kontor-catalog, kontor-search'))
  element.productHref = ({ slug }) => `product.html?product=${encodeURIComponent(slug)}`;
for (const element of all('kontor-cart'))
  element.productHref = (sku, product) =>
    product ? `product.html?product=${encodeURIComponent(product)}` : undefined;
for (const element of all('kontor-category-tree'))
  element.categoryHref = (category) => `catalog.html?category=${encodeURIComponent(category)}`;
for (const element of all('kontor-orders'))
  element.orderHref = (id) => `account.html?order=${encodeURIComponent(id)}`;

const product = document.querySelector('kontor-product');
if (product) product.setAttribute('product', params.get('product') ?? '');

const order = document.querySelector('kontor-order');
if (order) {
  const id = params.get('order');
  order.hidden = id === null;
  document.querySelector('#back').hidden = id === null;
  for (const part of all('#orders, kontor-balance')) part.hidden = id !== null;
  if (id !== null) order.setAttribute('order-id', id);
}

document.addEventListener('kontor-cart-requested', () => {
  if (!location.pathname.endsWith('/cart.html')) location.assign('cart.html');
});
document.addEventListener('kontor-order-placed', ({ detail }) => {
  document.querySelector('#placed').href = `account.html?order=${encodeURIComponent(detail.order.id)}`;
  window.scrollTo({ top: 0 });
});
