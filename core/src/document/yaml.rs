//! YAML into the tree: block and flow style, comments, all scalars; no anchors, aliases, merge keys, tags or second
//! documents (E2.1).

use super::node::{Budget, Entry, Node, Scalar, Spot, Tree, Value, Written, push, saturated};
use super::syntax::{self, Mistake};
use crate::limits;
use crate::problem::{Code, Place, Problem};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput};
use smol_str::SmolStr;

pub(super) fn parse(text: &str, budget: Budget) -> Result<Tree, Problem> {
    let mut builder = Builder { text, parser: Parser::new_from_str(text), nodes: 0, budget };
    let mut root = None;
    loop {
        let (event, span) = builder.next()?;
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if root.is_some() => {
                return Err(problem(Code::SeveralDocuments, span.start, Vec::new()));
            }
            Event::DocumentStart(_) => {
                let (event, span) = builder.next()?;
                root = Some(builder.node(event, span, 0)?);
            }
            _ => {}
        }
    }
    let root = root.ok_or_else(|| Problem::of_input(Code::EmptyDocument, &[]))?;
    if matches!(&root.value, Value::Scalar(scalar) if scalar.written == Written::Null) {
        return Err(Problem::of_input(Code::EmptyDocument, &[]));
    }
    Ok(Tree { root, nodes: builder.nodes })
}

/// The keys of the document, without the rest of it, as far as it is YAML and within the limits of an audit.
pub(super) fn keys(text: &str, mut see: impl FnMut(&str)) {
    let mut budget = Budget::times(limits::AUDIT);
    // a node that begins or ends on level 1 is the object itself, a key or a value
    let (mut depth, mut is_key) = (0_usize, false);
    for event in Parser::new_from_str(text) {
        // what ends it early is told by whoever reads the document
        let Ok((event, _)) = event else { return };
        match event {
            Event::SequenceStart(..) if depth == 0 => return,
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => depth = depth.saturating_sub(1),
            Event::Scalar(key, ..) if depth == 1 && is_key => see(&key),
            Event::Scalar(..) | Event::Alias(_) => {}
            Event::DocumentEnd => return,
            _ => continue,
        }
        if depth == 1 {
            is_key = !is_key;
        }
        if budget.take("").is_none() {
            return;
        }
    }
}

fn problem(code: Code, at: Marker, args: Vec<String>) -> Problem {
    Problem::new(code, place(at), args, Vec::new())
}

/// The parser counts columns from 0.
fn place(at: Marker) -> Place {
    Place { line: saturated(at.line()), column: saturated(at.col() + 1), path: String::new() }
}

struct Builder<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    nodes: u32,
    budget: Budget,
}

impl<'t> Builder<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Span), Problem> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(invalid(self.text, &error)),
            None => Ok((Event::StreamEnd, Span::empty(Marker::new(0, 1, 0)))),
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node, Problem> {
        let at = span.start;
        if depth > limits::DEPTH {
            return Err(problem(Code::TooDeep, at, vec![limits::DEPTH.to_string()]));
        }
        let text = if let Event::Scalar(text, ..) = &event { text } else { "" };
        self.budget.take(text).ok_or_else(|| self.too_many(at))?;
        let spot = Spot(self.nodes);
        self.nodes += 1;
        let value = match event {
            Event::Alias(_) => return Err(problem(Code::YamlAlias, at, Vec::new())),
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some(), at)?;
                Value::Scalar(scalar(text.into(), style))
            }
            Event::SequenceStart(anchor, tag) => {
                refuse(anchor, tag.is_some(), at)?;
                Value::List(self.list(depth)?)
            }
            Event::MappingStart(anchor, tag) => {
                refuse(anchor, tag.is_some(), at)?;
                Value::Object(self.object(depth)?)
            }
            // no other event opens a node: nothing was written here
            _ => Value::Scalar(Scalar { text: SmolStr::default(), written: Written::Null }),
        };
        let Place { line, column, .. } = place(at);
        Ok(Node { spot, line, column, value })
    }

    fn too_many(&self, at: Marker) -> Problem {
        problem(Code::TooManyItems, at, vec![self.budget.most.to_string()])
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Problem> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd | Event::StreamEnd, _) => return Ok(items),
                (event, span) => push(&mut items, self.node(event, span, depth + 1)?),
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Entry>, Problem> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd | Event::StreamEnd => return Ok(entries),
                Event::Alias(_) => return Err(problem(Code::YamlAlias, span.start, Vec::new())),
                Event::Scalar(text, style, anchor, tag) => {
                    refuse(anchor, tag.is_some(), span.start)?;
                    if text == "<<" && style == ScalarStyle::Plain {
                        return Err(problem(Code::YamlMergeKey, span.start, Vec::new()));
                    }
                    self.budget.take_key(&text).ok_or_else(|| self.too_many(span.start))?;
                    text.into()
                }
                _ => {
                    let args = syntax::args(None, "a key must be a text");
                    return Err(problem(Code::InvalidYaml, span.start, args));
                }
            };
            let Place { line, column, .. } = place(span.start);
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            push(&mut entries, Entry { key, line, column, node });
        }
    }
}

fn refuse(anchor: usize, tagged: bool, at: Marker) -> Result<(), Problem> {
    if anchor != 0 {
        return Err(problem(Code::YamlAlias, at, Vec::new()));
    }
    if tagged {
        return Err(problem(Code::YamlTag, at, Vec::new()));
    }
    Ok(())
}

fn scalar(text: SmolStr, style: ScalarStyle) -> Scalar {
    let written = match style {
        ScalarStyle::Plain if text.is_empty() => Written::Null,
        ScalarStyle::Plain => Written::Plain,
        _ => Written::Text,
    };
    Scalar { text, written }
}

/// The parser has limits and messages of its own for what we name apart.
fn invalid(text: &str, error: &ScanError) -> Problem {
    let at = *error.marker();
    let words = error.info();
    if words.contains("recursion limit") {
        return problem(Code::TooDeep, at, vec![limits::DEPTH.to_string()]);
    }
    if words.contains("unknown anchor") {
        return problem(Code::YamlAlias, at, Vec::new());
    }
    let line = text.lines().nth(at.line().saturating_sub(1)).unwrap_or_default();
    let mistake = syntax::yaml(words, line, at.col());
    let place = mistake.and_then(|mistake| better_place(mistake, text, at)).unwrap_or_else(|| place(at));
    Problem::new(Code::InvalidYaml, place, syntax::args(mistake, words), Vec::new())
}

/// Where a mistake is that the parser only notices later.
fn better_place(mistake: Mistake, text: &str, at: Marker) -> Option<Place> {
    let found = |line: u32, column: usize| Place { line, column: saturated(column + 1), path: String::new() };
    let mut lines = (1..).zip(text.lines());
    match mistake {
        syntax::TAB => lines
            .skip(at.line().saturating_sub(1))
            .find_map(|(line, text)| Some(found(line, text.chars().position(|c| c == '\t')?))),
        syntax::NO_COLON => {
            let before = lines.by_ref().take(at.line().saturating_sub(1));
            let (line, text) = before.filter(|(_, text)| !text.trim().is_empty()).last()?;
            let column = text.chars().position(|c| !c.is_whitespace())?;
            (!text.contains(':')).then(|| found(line, column))
        }
        _ => None,
    }
}
