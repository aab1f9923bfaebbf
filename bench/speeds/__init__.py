"""How fast newslint is: samples, processes and their cost, peers, characters scanned."""
