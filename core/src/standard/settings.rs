//! The parameters of a standard as they are set: by default, by the profile, by name (E2.6).

use super::model::{Model, Parameter, Setting};
use super::options::Options;
use crate::document::Reader;
use crate::problem::{Code, Place, Problem, listed, nearest, pointer, quoted};
use crate::{Id, Lang};
use std::collections::BTreeMap;

/// The value of every parameter: its default, then the profile's, then the options'. What is wrong with the options goes to
/// `asked`, for it has no place in the standard.
pub(super) fn settings<'m>(
    reader: &mut Reader,
    model: &'m Model,
    options: &Options,
    asked: &mut Vec<Problem>,
) -> BTreeMap<&'m Id, Setting> {
    let mut settings: BTreeMap<&Id, Setting> =
        model.parameters.iter().map(|parameter| (&parameter.id.value, parameter.default.clone())).collect();
    if let Some(name) = &options.profile {
        match model.profile(name) {
            None => {
                let known = model.profiles.iter().map(|profile| profile.id.value.as_str());
                asked.push(unknown("/profile".to_owned(), name, known));
            }
            Some(profile) => {
                for setting in &profile.parameters {
                    let Some(parameter) = model.parameter(setting.parameter.value.as_str()) else { continue };
                    match parameter.of.parse(&setting.value) {
                        Some(value) if value.value.within(&parameter.min.value, &parameter.max.value) => {
                            settings.insert(&parameter.id.value, value);
                        }
                        _ => {
                            let args = [&setting.value, parameter.id.value.as_str(), &bounds(parameter)];
                            reader.problem(Code::ParameterOutOfBounds, setting.spot, &args);
                        }
                    }
                }
            }
        }
    }
    for (name, text) in &options.parameters {
        let path = format!("/parameters/{}", pointer(name));
        let Some(parameter) = model.parameter(name) else {
            asked.push(unknown(path, name, model.parameters.iter().map(|it| it.id.value.as_str())));
            continue;
        };
        match parameter.of.parse(text) {
            Some(value) if value.value.within(&parameter.min.value, &parameter.max.value) => {
                settings.insert(&parameter.id.value, value);
            }
            Some(_) => {
                let args = vec![quoted(text), quoted(name), bounds(parameter)];
                asked.push(of_options(Code::ParameterOutOfBounds, path, args));
            }
            None => {
                let (fr, en) = parameter.of.wanted().write;
                let args =
                    [quoted(text), parameter.of.as_str().to_owned(), Lang::Fr.typeset(fr), en.to_owned()];
                asked.push(of_options(Code::TypeMismatch, path, args.into()));
            }
        }
    }
    settings
}

fn of_options(code: Code, path: String, args: Vec<String>) -> Problem {
    Problem::new(code, Place { path, ..Place::default() }, args, Vec::new())
}

fn unknown<'k>(path: String, name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Problem {
    let args = vec![quoted(name), nearest(name, known.clone()), listed(known)];
    of_options(Code::UnknownReference, path, args)
}

fn bounds(parameter: &Parameter) -> String {
    format!("{} … {}", parameter.min.text, parameter.max.text)
}
