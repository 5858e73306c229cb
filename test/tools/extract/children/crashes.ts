// Dies without a word, as on a fault of the program itself.
process.exit(9)
