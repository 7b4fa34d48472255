"""The wizard: steps as data, progress as a function of the answers, forms made from the Specs, and what is saved."""
