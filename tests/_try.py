import sys,collections
from datetime import date
from tests.fragments import *
from policies.core import patterns
from policies.core import document as d
from policies.core.assemble import assemble
from policies.core.library import load
from policies.render import as_text
from tests.core.test_difference import styled
ON=date(2026,12,1)
seen=collections.Counter()
for style in STYLES:
    for turn in (0,1,3):
        c=typed(style,turn)
        for p in patterns.ALL:
            for tone in ('u','je'):
                doc=assemble(styled(c,p,tone),load(),ON)
                for node in d.nodes(doc):
                    if isinstance(node,(d.Paragraph,d.Term,)) or isinstance(node,(d.Item,)) :
                        t=d.plain(node.children if not isinstance(node,d.Term) else (node.term,node.meaning))
                        for f in faults(t): seen[style,re.sub(r'\d+','9',f)]+=1
                    if isinstance(node,d.Table):
                        for r in node.rows:
                            for cell in r:
                                for f in faults(d.plain(cell)): seen[style,re.sub(r'\d+','9',f)]+=1
print(len(seen),sum(seen.values()))
by=collections.defaultdict(list)
for (s,f),n in seen.items(): by[s].append(f)
for s in by:
    print('==',s,len(by[s]))
    for f in by[s][:int(sys.argv[1]) if len(sys.argv)>1 else 12]: print('   ',f)
