//! An object that one pattern alone tells of is given by pairs, whatever else is asked of it.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let job = Job::builder().run("cargo test").build()?;
    let root = Root::builder().jobs([("test", job.clone())]).build()?;
    assert!(matches!(&root.jobs["test"], RootJob::Job(job) if job.run == "cargo test"));
    let jobs = RootJobs::try_from_iter([("a", "x"), ("b", "y")])?;
    assert_eq!(jobs.len(), 2);
    assert!(RootJobs::try_from_iter(["a", "b", "c"].map(|name| (name, "x"))).is_err());
    let refused = Root::builder().jobs([("A", job)]).build().unwrap_err().to_string();
    assert!(refused.contains("jobs"), "{refused}");
    assert!(Root::builder().jobs(std::collections::BTreeMap::from([("c", "x")])).build().is_ok());
    Ok(())
}
