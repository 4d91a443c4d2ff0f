FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
# Charts need a font.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home amserr \
    && install -d -o amserr -g amserr /var/lib/amserr
COPY --from=build /src/bot-app/target/amserr /opt/amserr
COPY config /opt/amserr/config
COPY docker/start docker/healthy /usr/local/bin/
# Makes the archive of classes while the folder is writable.
RUN bash /opt/amserr/run systems > /dev/null
USER amserr
VOLUME /var/lib/amserr
ENV AMSERR_HOST=0.0.0.0 AMSERR_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=6s --start-period=20s CMD ["healthy"]
ENTRYPOINT ["start"]
