"""A department's .qpd file and its working copy. The only room where SQL is spoken."""
