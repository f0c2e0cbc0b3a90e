//! `kolosi problems`: the codes, or one of them explained.

use crate::args::TextOrJson;
use crate::exit::{Done, Exit};
use crate::output::{Output, json};
use kolosi::{Code, Explanation, report};

pub(crate) fn run(out: &Output, name: Option<&str>, format: TextOrJson) -> Done {
    let code = name.map(str::parse::<Code>).transpose()?;
    let text = match (code, format) {
        (None, TextOrJson::Text) => report::codes(out.lang, out.colour),
        (Some(code), TextOrJson::Text) => report::code(code, out.lang, out.colour),
        (None, TextOrJson::Json) => {
            let all: Vec<Explanation> = Code::ALL.iter().map(|code| code.explanation()).collect();
            json(serde_json::to_string(&all))?
        }
        (Some(code), TextOrJson::Json) => json(serde_json::to_string(&code.explanation()))?,
    };
    out.data(&text)?;
    Ok(Exit::Done)
}
