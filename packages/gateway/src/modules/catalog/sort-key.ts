/**
 * Characters of a product's sort key that lists are ordered by, before its id: a cursor carries them, and a cursor is short.
 * The index `product_list` has the same length.
 */
export const sortKeyLength = 100;
