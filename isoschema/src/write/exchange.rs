//! What only the operating system can do: exchange two folders in one step,
//! and keep others out meanwhile.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Keeps other runs beside the same folder out, until it is dropped or the
/// process ends.
#[derive(Debug)]
pub(super) struct Guard {
    #[cfg(unix)]
    folder: Option<fs::File>,
}

/// Waits so long for another run in this folder to end.
#[cfg(unix)]
pub(super) fn lock(parent: &Path, patience: Duration) -> io::Result<Guard> {
    use std::time::Instant;

    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    let folder = fs::File::open(parent)?;
    let start = Instant::now();
    loop {
        match flock(&folder, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {
                let folder = Some(folder);
                return Ok(Guard { folder });
            }
            Err(Errno::WOULDBLOCK) if start.elapsed() < patience => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(Errno::WOULDBLOCK) => {
                let reason = "another `refresh` or `emit` is at work there";
                return Err(io::Error::other(reason));
            }
            // Some network file systems have no locks.
            Err(_) => return Ok(Guard { folder: None }),
        }
    }
}

#[cfg(unix)]
impl Drop for Guard {
    fn drop(&mut self) {
        use rustix::fs::{FlockOperation, flock};

        // Closing would do, but for a process that is just being started and
        // holds a copy of everything that is open.
        if let Some(folder) = &self.folder {
            let _ = flock(folder, FlockOperation::Unlock);
        }
    }
}

#[cfg(not(unix))]
pub(super) fn lock(_: &Path, _: Duration) -> io::Result<Guard> {
    Ok(Guard {})
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?;
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether this says that folders cannot be exchanged here.
pub(super) fn cannot(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}
