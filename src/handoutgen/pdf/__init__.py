"""Plans into tagged PDFs (`writing`), PDFs into facts (`reading`), and each file held to its promises (`verifying`)."""
