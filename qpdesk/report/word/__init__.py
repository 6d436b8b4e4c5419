"""Documents as Word files (WordprocessingML, ECMA-376), part by part; the exchange packs them."""
