"""An editor asks over its language server protocol → what is wrong in the file as one types, why, and what to write."""
