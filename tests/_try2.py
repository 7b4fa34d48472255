import collections,random,re,sys
from datetime import date
from tests.fragments import *
from tests.generate import any_company
from policies.core import patterns, document as d
from policies.core.assemble import assemble
from policies.core.library import load
from tests.core.test_difference import styled
ON=date(2026,12,1)
seen=collections.Counter(); used=set(); low=collections.Counter()
names=list(STYLES)
def texts(doc):
    for node in d.nodes(doc):
        if isinstance(node,(d.Paragraph,d.Item)): yield d.plain(node.children), isinstance(node,d.Paragraph)
        elif isinstance(node,d.Term): yield d.plain(node.term)+' '+d.plain(node.meaning),False
        elif isinstance(node,d.Table):
            for r in node.rows:
                for cell in r: yield d.plain(cell),False
        elif isinstance(node,(d.Section,d.Division,d.Card)): yield d.plain(node.title),True
for n in range(400):
    die=random.Random(n)
    style=names[n%len(names)]
    c=retyped(any_company(die.randrange,most=2),STYLES[style])
    c=styled(c,list(patterns.ALL)[n%5],'u' if n%2 else 'je','BE' if n%3 else 'NL')
    doc=assemble(c,load(),ON)
    used|={x.clause for x in doc.clauses()}
    for t,para in texts(doc):
        for f in faults(t): seen[style,re.sub(r'\d+','9',f)]+=1
        m=re.search(r"(?:[.!?] )bestellingen.*",t) or (para and re.match("bestellingen.*",t))
        if m and not t.startswith('Bestellingen zonder'): low[re.sub(r'\d+','9',t[:90])]+=1
print(len(seen)); 
for k in list(seen)[:30]: print(k)
print('LOW',len(low))
for k,v in low.most_common(25): print(v,k)
every=set(load().clauses)
print('not reached',len(every-used),sorted(every-used))
