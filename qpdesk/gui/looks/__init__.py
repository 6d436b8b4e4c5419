"""How everything looks: colours that pass WCAG AA, icons, badges and the size of the text."""
