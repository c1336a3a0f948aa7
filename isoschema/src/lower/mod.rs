//! `Graph` → `Model`: drafts disappear, shapes and names appear.

pub mod rule;
