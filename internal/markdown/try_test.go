package markdown
import ("testing";"fmt";"os";"encoding/json";"regexp";"strings")
func TestTry(t *testing.T){
 b,_ := os.ReadFile("/root/go/pkg/mod/github.com/yuin/goldmark@v1.8.7/_test/spec.json")
 var ex []struct{Markdown, HTML, Section string; Example int}
 if err:=json.Unmarshal(b,&ex); err!=nil{t.Fatal(err)}
 id := regexp.MustCompile(`(<h\d) id="[^"]*"`)
 cl := regexp.MustCompile(` class="language-[^"]*"`)
 norm := func(s string) string { s=id.ReplaceAllString(s,"$1"); s=cl.ReplaceAllString(s,""); s=strings.ReplaceAll(s," />",">"); s=strings.ReplaceAll(s,"\n",""); return s}
 bad:=0
 for _, e := range ex {
  d := Parse(e.Markdown, Options{RawHTML:true}); d.options.Quotes=Quotes{}
  got := string(d.AppendHTML(nil, RenderOptions{Resolve: func(l Link)(Address,bool){return Address{Href:l.Dest},true}}))
  if norm(got)!=norm(e.HTML){bad++; fmt.Printf("--- %d %s\n%q\n want %q\n got  %q\n", e.Example,e.Section,e.Markdown,e.HTML,got)}
 }
 fmt.Println(len(ex), bad)
}
