import {
  KontorAccountMenu,
  KontorCart,
  KontorCatalog,
  KontorCheckout,
  KontorMiniCart,
  KontorProduct,
  KontorShop,
  KontorSignIn,
} from '@kontor/react';
import type { ReactNode } from 'react';

import { goTo, usePlace } from './place.js';

const toSignIn = (event: Event): void => {
  event.preventDefault();
  goTo('sign-in');
};

export function App(): ReactNode {
  return (
    <KontorShop baseUrl="/b2b">
      <header>
        <a href="#">Fasteners</a>
        <KontorAccountMenu onSignInRequested={toSignIn} />
        <KontorMiniCart href="#cart" />
      </header>
      <main>
        <Page />
      </main>
    </KontorShop>
  );
}

function Page(): ReactNode {
  const [page, id = ''] = usePlace();
  switch (page) {
    case 'sign-in':
      return <KontorSignIn onSignedIn={() => history.back()} />;
    case 'product':
      return <KontorProduct product={id} />;
    case 'cart':
      return (
        <KontorCart
          productHref={(_sku, product) => (product === null ? undefined : productHref(product))}
          checkoutHref="#checkout"
          onSignInRequested={toSignIn}
        />
      );
    case 'checkout':
      return <KontorCheckout onSignInRequested={toSignIn} />;
    default:
      return <KontorCatalog productHref={({ id }) => productHref(id)} onSignInRequested={toSignIn} />;
  }
}

const productHref = (id: string): string => `#product/${encodeURIComponent(id)}`;
