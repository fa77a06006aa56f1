"""Step 6: mixes the trained weights with the first ones into work/soup.pt.

    python soup.py [--share .6]

The mean keeps what training taught of sentences, and the reach of the first model over passages of other kinds.
"""

import argparse

import torch

from download import WORK
from load import load_pruned
from train import TRAINED

SOUP = WORK / "soup.pt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.6, help="of the trained weights, from 0 to 1")
    share = parser.parse_args().share
    trained = torch.load(TRAINED, weights_only=True)
    first = load_pruned()[0].state_dict()
    torch.save({name: share * trained[name] + (1 - share) * first[name] for name in trained}, SOUP)


if __name__ == "__main__":
    main()
