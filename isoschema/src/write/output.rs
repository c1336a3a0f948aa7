//! Text → where a command was told to write it.

use std::fs::{self, FileType};
use std::io::{self, Write as _};
use std::path::Path;

use super::file::write_if_changed;

/// Writes a text to where the user of a command wants it: `-` is standard
/// output, and so is a path that leads there; a FIFO and a device for
/// characters, such as `/dev/null`, are written to as they are, and never
/// read. Anything else is a regular file, written as by [`write_if_changed`].
///
/// # Errors
///
/// What the file system says, a FIFO that nobody reads from, or that a folder,
/// a socket or a disk is there.
///
/// # Examples
///
/// ```
/// isoschema::write::write_output("-".as_ref(), "struct A;\n")?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_output(path: &Path, text: &str) -> io::Result<()> {
    let there = fs::metadata(path).ok();
    if path == Path::new("-") || there.as_ref().is_some_and(is_standard_output) {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        return out.flush();
    }
    match there.map(|data| data.file_type()) {
        Some(kind) if is_stream(kind) => stream(path, text),
        _ => write_if_changed(path, text).map(drop),
    }
}

#[cfg(unix)]
fn is_standard_output(data: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let own = rustix::fs::fstat(io::stdout());
    own.is_ok_and(|own| (own.st_dev, own.st_ino) == (data.dev(), data.ino()))
}

#[cfg(not(unix))]
fn is_standard_output(_: &fs::Metadata) -> bool {
    false
}

#[cfg(unix)]
fn is_stream(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt as _;

    kind.is_fifo() || kind.is_char_device()
}

#[cfg(not(unix))]
fn is_stream(_: FileType) -> bool {
    false
}

/// Writes to what takes bytes one after the other.
#[cfg(unix)]
fn stream(path: &Path, text: &str) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use rustix::io::Errno;

    // A FIFO that nobody reads from keeps whoever opens it waiting; whoever
    // has opened it may wait for the reader.
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
        .map_err(|error| {
            if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) {
                io::Error::new(error.kind(), "nobody reads from it")
            } else {
                error
            }
        })?;
    fcntl_setfl(&file, fcntl_getfl(&file)?.difference(OFlags::NONBLOCK))?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn stream(path: &Path, text: &str) -> io::Result<()> {
    write_if_changed(path, text).map(drop)
}
