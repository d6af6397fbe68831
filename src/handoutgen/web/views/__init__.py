"""The screens, one module each: a request in, a page or a file out. What they know of a person comes from `visits`."""
