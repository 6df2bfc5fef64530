package starter

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"

// wiring tells the YAML extension which schema belongs to which file. It reads
// front matter in Markdown only where it has learnt to; until then the task below
// shows the findings of `check` beside the lines.
const wiring = `{
  "files.encoding": "utf8",
  "files.eol": "\n",
  "[markdown]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": "on"}},
  "yaml.schemas": {
    "./.vscode/praxisblatt/sheet.json": "content/sheets/*/index.*.md",
    "./.vscode/praxisblatt/page.json": "content/pages/*/index.*.md",
    "./.vscode/praxisblatt/site.json": "site.yaml",
    "./.vscode/praxisblatt/pack.json": "content/packs/*.yaml",
    "./.vscode/praxisblatt/places.json": "content/vocabulary/places.yaml",
    "./.vscode/praxisblatt/glossary.json": "content/vocabulary/glossary.yaml",
    "./.vscode/praxisblatt/terms.json": [
      "content/vocabulary/themes.yaml", "content/vocabulary/audiences.yaml", "content/vocabulary/carriers.yaml",
      "content/vocabulary/activities.yaml", "content/vocabulary/aspects.yaml", "content/vocabulary/networks.yaml"
    ]
  }
}
`

// tasks run the program from the editor; findings become problems of their lines.
const tasks = `{
  "version": "2.0.0",
  "tasks": [
    {
      "label": "praxisblatt check",
      "type": "process",
      "command": "praxisblatt",
      "args": ["check"],
      "group": {"kind": "test", "isDefault": true},
      "presentation": {"reveal": "silent"},
      "problemMatcher": {
        "owner": "praxisblatt",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "severity": "info",
        "pattern": {"regexp": "^(.+?):(\\d+):(\\d+): (error|warning|note): (.*) \\[(.+)\\]$", "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5, "code": 6}
      }
    },
    {
      "label": "praxisblatt serve",
      "type": "process",
      "command": "praxisblatt",
      "args": ["serve", "--open"],
      "isBackground": true,
      "problemMatcher": []
    }
  ]
}
`

func source(name string, text []byte) *diag.Source {
	return diag.NewSource("content/vocabulary/"+name+".yaml", string(text))
}
