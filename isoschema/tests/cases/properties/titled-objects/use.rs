//! An inline object is called by its title, where that is a name and nobody else's.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ticket = Root::builder()
        .seat(NumberedSeat::builder().row(3))
        .plays([Play::builder().name("Faust")])
        .buyer(RootBuyer::builder().name("Ann"))
        .guest(RootGuest::builder().age(7))
        .hall(RootHall::builder().city("Wien"))
        .note(RootNote::builder().text("x"))
        .house(House::builder().seats(9))
        .build()?;
    assert_eq!(NumberedSeatRow::MINIMUM, 1);
    assert_eq!(ticket.seat.and_then(|seat| seat.row).map(NumberedSeatRow::get), Some(3));
    Ok(())
}
