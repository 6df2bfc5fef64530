package check
import ("testing";"fmt")
func TestZZ(t *testing.T){
 for _,b:=range []string{"title: - a","- a\ntitle: b","title: a\n- b","title: 'a' 'b'","{a: b","title: \"a\\qb\"","title: |x\n  a","title: >-+\n a","title: a\n? b\n: c","a: b: c","title: a\n...x","title: !<x y","%YAML 1.1","title: a\n--- b","themes: [a]]","themes: {a}}","title: *","title: &","title: a\n]","title: \"\\U00110000\"", "title: \"\\xZZ\"","themes: [a,\n\tb]","title: |\n\ta","themes: [,]", "title: a\n  b: c","\"title: a"} {
  ds:=load(t,mapFS(map[string]string{"site.yaml":basic["site.yaml"],"content/sheets/a/index.de.md":"---\n"+b+"\n---\n"}))
  fmt.Printf("%q\n",b)
  for _,d:=range ds { fmt.Println("    ",lines(ds[:0]), d.Finding("en").Line,d.Finding("en").Column,d.Rule.Name,d.Args) }
 }
}
