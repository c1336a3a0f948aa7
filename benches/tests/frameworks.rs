//! The page for frameworks: a server by axum and clients by ureq and reqwest, over loopback, and a
//! database by sqlx. The page's code is this file's.

use std::error::Error;
use std::net::SocketAddr;
use std::thread;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use benches::petstore::operations::{ADMIT_PET, PLACE_ORDER};
use benches::petstore::{NewPet, Order, Pet, Problem, ProblemCode, Species, support};
use sqlx::SqlitePool;

/// What does not fit `NewPet` is answered with 422 by axum, and never comes here.
async fn admit(Json(new): Json<NewPet>) -> Response {
    if &*new.name == "Rex" {
        return refused(ProblemCode::NameTaken, "there is a Rex already");
    }
    let pet = Pet::builder().id(7_u64).name(new.name).species(new.species);
    match pet.weight(4.5).build() {
        Ok(pet) => (StatusCode::CREATED, Json(pet)).into_response(),
        Err(error) => refused(ProblemCode::NoRoom, &error.to_string()),
    }
}

/// The type reads the body itself: its error says which member is wrong, and how.
async fn place(body: Bytes) -> Response {
    match Order::from_json_slice(&body) {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(ProblemCode::NoRoom, &error.to_string()),
    }
}

fn refused(code: ProblemCode, message: &str) -> Response {
    let problem = Problem::builder().code(code).message(message).build();
    match problem {
        Ok(problem) => (StatusCode::UNPROCESSABLE_ENTITY, Json(problem)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn shop() -> Router {
    Router::new()
        .route(ADMIT_PET.path, post(admit))
        .route(PLACE_ORDER.path, post(place))
}

struct Shop {
    agent: ureq::Agent,
    url: String,
}

impl Shop {
    /// The answer to a request, and what it says.
    fn ask(&self, to: &support::Operation, body: String) -> Result<(u16, Vec<u8>), ureq::Error> {
        let request = ureq::http::Request::builder()
            .method(to.method)
            .uri(format!("{}{}", self.url, to.path))
            .header("content-type", "application/json")
            .body(body)?;
        let mut answer = self.agent.run(request)?;
        let text = answer.body_mut().read_to_vec()?;
        Ok((answer.status().as_u16(), text))
    }

    fn admit(&self, new: &NewPet) -> Result<Pet, Box<dyn Error>> {
        match self.ask(&ADMIT_PET, new.to_json())? {
            (201, text) => Ok(Pet::from_json_slice(&text)?),
            (_, text) => Err(Problem::from_json_slice(&text)?.message.into()),
        }
    }
}

/// The same request by reqwest, which reads and writes through serde.
async fn admitted(url: &str, new: &NewPet) -> Result<Pet, Box<dyn Error>> {
    let url = format!("{url}{}", ADMIT_PET.path);
    let answer = reqwest::Client::new().post(url).json(new).send().await?;
    match answer.status().as_u16() {
        201 => Ok(answer.json::<Pet>().await?),
        _ => Err(answer.json::<Problem>().await?.message.into()),
    }
}

/// Stores an order as a document, and a pet's kind in a column of its own.
async fn store(pool: &SqlitePool, order: &Order, species: Species) -> sqlx::Result<i64> {
    let row = sqlx::query("insert into orders (body, species) values (?, ?)")
        .bind(sqlx::types::Json(order))
        .bind(species.as_str())
        .execute(pool)
        .await?;
    Ok(row.last_insert_rowid())
}

/// Reads both again: a row that no longer fits its schema is an error.
async fn stored(pool: &SqlitePool, id: i64) -> Result<(Order, Species), Box<dyn Error>> {
    let row = sqlx::query_as("select body, species from orders where id = ?").bind(id);
    let (sqlx::types::Json(order), species): (_, String) = row.fetch_one(pool).await?;
    Ok((order, species.parse()?))
}

/// Serves the shop on a thread of its own.
fn served() -> Result<SocketAddr, Box<dyn Error>> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, shop()).await
        })
    });
    Ok(address)
}

#[test]
fn a_server_and_a_client() -> Result<(), Box<dyn Error>> {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let shop = Shop {
        agent,
        url: format!("http://{}", served()?),
    };
    let new = |name: &str| NewPet::from_json(&format!(r#"{{"name": "{name}", "species": "dog"}}"#));
    let pet = shop.admit(&new("Fido")?)?;
    assert_eq!(
        (&*pet.name, pet.weight.to_string()),
        ("Fido", "4.5".to_owned())
    );
    let problem = shop.admit(&new("Rex")?).expect_err("a second Rex");
    assert_eq!(problem.to_string(), "there is a Rex already");
    // What does not fit is refused by the type, wherever it is read.
    let (status, text) = shop.ask(&ADMIT_PET, r#"{"name": "", "species": "dog"}"#.to_owned())?;
    let text = String::from_utf8(text)?;
    assert_eq!(status, 422);
    assert!(text.contains("name: \"\" is empty"), "{text}");
    let order = r#"{"pet": 7, "payment": {"method": "card", "lastDigits": "12"}}"#;
    let (status, text) = shop.ask(&PLACE_ORDER, order.to_owned())?;
    let problem = Problem::from_json_slice(&text)?;
    assert_eq!(status, 422);
    assert!(
        problem
            .message
            .starts_with("payment.lastDigits: \"12\" does not match"),
        "{}",
        problem.message
    );
    let order = order.replace("\"12\"", "\"1234\"");
    assert_eq!(shop.ask(&PLACE_ORDER, order)?.0, 204);
    Ok(())
}

#[tokio::test]
async fn another_client() -> Result<(), Box<dyn Error>> {
    let url = format!("http://{}", served()?);
    let new = |name: &str| NewPet::from_json(&format!(r#"{{"name": "{name}", "species": "dog"}}"#));
    assert_eq!(&*admitted(&url, &new("Fido")?).await?.name, "Fido");
    let problem = admitted(&url, &new("Rex")?)
        .await
        .expect_err("a second Rex");
    assert_eq!(problem.to_string(), "there is a Rex already");
    Ok(())
}

#[tokio::test]
async fn a_database() -> Result<(), Box<dyn Error>> {
    // Every connection to `:memory:` has a database of its own.
    let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    let pool = pool.connect("sqlite::memory:").await?;
    let table = "create table orders (id integer primary key, body json, species text)";
    sqlx::query(table).execute(&pool).await?;
    let text = r#"{"pet": 7, "payment": {"method": "card", "lastDigits": "1234"}}"#;
    let order = Order::from_json(text)?;
    let id = store(&pool, &order, Species::Dog).await?;
    assert_eq!(stored(&pool, id).await?, (order, Species::Dog));
    for (column, value, problem) in [
        ("body", r#"{"pet": 7}"#, "payment"),
        ("species", "worm", "is none of \"cat\", \"dog\""),
    ] {
        let change = format!("update orders set {column} = ? where id = ?");
        let change = sqlx::query(&change).bind(value).bind(id);
        change.execute(&pool).await?;
        let error = stored(&pool, id).await.expect_err("it fits no more");
        assert!(error.to_string().contains(problem), "{error}");
        let back = sqlx::query("update orders set body = ? where id = ?");
        back.bind(text).bind(id).execute(&pool).await?;
    }
    Ok(())
}

/// Every piece of code on the page stands in this file.
#[test]
fn the_page_shows_this_file() {
    let page = include_str!("../../docs/frameworks.md");
    let own = include_str!("frameworks.rs");
    let blocks: Vec<&str> = page
        .split("```rust\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(blocks.len() >= 3, "{}", blocks.len());
    for block in blocks {
        assert!(own.contains(block), "{block}");
    }
}
