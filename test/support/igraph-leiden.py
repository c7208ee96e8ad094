"""Judges communities by igraph. Usage: python3 igraph-leiden.py PAIRS MEMBERSHIP SEEDS

PAIRS and MEMBERSHIP are files of uint32: ends of undirected edges, and a community for each node. Prints the
modularity of that membership, how many of its communities are not connected, and the modularity that igraph's
own Leiden reaches, passes until nothing changes, once for each seed.
"""
import array
import json
import random
import sys

import igraph


def numbers(path):
    values = array.array("I")
    with open(path, "rb") as file:
        values.frombytes(file.read())
    return values


pairs, membership = numbers(sys.argv[1]), list(numbers(sys.argv[2]))
graph = igraph.Graph(n=len(membership), edges=zip(pairs[::2], pairs[1::2]))
members = {}
for node, community in enumerate(membership):
    members.setdefault(community, []).append(node)
disconnected = sum(not graph.induced_subgraph(nodes).is_connected() for nodes in members.values())
found = []
for seed in range(1, int(sys.argv[3]) + 1):
    random.seed(seed)
    igraph.set_random_number_generator(random)
    leiden = graph.community_leiden(objective_function="modularity", n_iterations=-1)
    found.append(graph.modularity(leiden.membership))
print(json.dumps({"modularity": graph.modularity(membership), "disconnected": disconnected, "found": found}))
