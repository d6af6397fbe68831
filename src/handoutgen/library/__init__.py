"""What leaflets and clinics there are: in the project, and in the library that ships with the program."""
