# docker build --tag marginal . ; docs/install.md tells how to run it.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN mvn -B -Dquick '-P!format,!check-format,release' -pl packaging -am package

FROM eclipse-temurin:17-jre-jammy
# XGBoost computes with OpenMP.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 1000 marginal \
    && useradd --uid 1000 --gid 1000 --no-create-home --home-dir /data --shell /usr/sbin/nologin marginal \
    && install -d -o marginal -g marginal -m 0750 /data
COPY --from=build /source/packaging/target/release/marginal-*-linux-x86-64.jar /opt/marginal/marginal.jar
COPY packaging/marginal packaging/healthy /opt/marginal/
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["/opt/marginal/healthy"]
ENTRYPOINT ["/opt/marginal/marginal"]
CMD ["--help"]
